// How many sessions are kept: so many, and each for so long after it was saved last.

export const mostSessions = 100;
export const mostDays = 90;
