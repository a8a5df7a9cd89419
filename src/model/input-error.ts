// A mistake in what the person gave us: one line that says what is wrong, and one that says what to do.

export class InputError extends Error {
  override readonly name = 'InputError';
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
