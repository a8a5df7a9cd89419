// Puts a value where a row looks for it in an answer.
export function nested(path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const inner = nested(rest, value);
  return name === '*' ? [inner] : { [name]: inner };
}
