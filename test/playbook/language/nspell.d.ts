// The part of nspell that the tests use; the package brings no types.
declare module 'nspell' {
  export default function nspell(dictionary: { readonly aff: Buffer; readonly dic: Buffer }): {
    correct(word: string): boolean;
  };
}
