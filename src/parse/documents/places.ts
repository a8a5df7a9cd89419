// Finds where in a JSON text the objects that own a certain key begin and end, so that a denial read from a document can be shown in it.

export interface ObjectPlace {
  readonly start: number;
  readonly end: number;
}

interface Open {
  readonly start: number;
  owns: boolean;
}

/** The position after the string that starts here. */
function stringEnd(text: string, at: number): number {
  for (let index = at + 1; ;) {
    const quote = text.indexOf('"', index);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 92) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    index = quote + 1;
  }
}

const structural = /["{}]/g;

/** Objects with the key among their own, in order of their ends. */
export function placesOfObjectsWith(text: string, key: string): ObjectPlace[] {
  const places: ObjectPlace[] = [];
  const stack: Open[] = [];
  const scan = new RegExp(structural);
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    if (match[0] === '{') stack.push({ start: match.index, owns: false });
    else if (match[0] === '}') {
      const closed = stack.pop();
      if (closed?.owns === true) places.push({ start: closed.start, end: match.index + 1 });
    } else {
      const end = stringEnd(text, match.index);
      const top = stack.at(-1);
      if (top !== undefined && end - match.index === key.length + 2 && text.startsWith(key, match.index + 1))
        top.owns = true;
      scan.lastIndex = end;
    }
  }
  return places;
}
