// What the command `session` can do.

export const sessionActions = ['list', 'show', 'resume', 'rm'] as const;
export type SessionAction = (typeof sessionActions)[number];
