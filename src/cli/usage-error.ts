/** The command line is wrong, or asks for what cannot be done. The message says what and where, the hint what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
