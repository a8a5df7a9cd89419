// How the numbered questions look: no colours, and no signs that a screen reader would spell out; the words say it all.
import { toAscii } from '../../render/text/width.ts';
import type { Signs, Theme } from '../layout/theme.ts';

const signs: Signs = {
  rule: ' ',
  pointer: ' ',
  pass: '-',
  fail: '-',
  open: '-',
  out: '-',
  marked: '',
  unmarked: '',
  cursor: '',
  between: ' > ',
  upDown: '',
};

export const plainTheme = (ascii: boolean): Theme => ({
  signs,
  paint: (text) => text,
  links: false,
  plain: (text) => (ascii ? toAscii(text) : text),
});
