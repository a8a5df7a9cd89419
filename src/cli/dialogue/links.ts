// Whether the terminal follows links (OSC 8), as far as its environment tells.

const programs = ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio', 'Tabby'];
const terms = /^(?:xterm-kitty|xterm-ghostty|foot|alacritty|wezterm|contour)/;
/** Since version 0.50 of the library behind GNOME Terminal and others. */
const firstVte = 5000;

/** A multiplexer in between drops links unless told otherwise. */
const isWrapped = (env: NodeJS.ProcessEnv): boolean =>
  (env['TMUX'] ?? '') !== '' || /^(?:screen|tmux)/.test(env['TERM'] ?? '');

export function followsLinks(env = process.env): boolean {
  const forced = env['FORCE_HYPERLINK'];
  if (forced !== undefined && forced !== '') return forced !== '0';
  if (isWrapped(env)) return false;
  return (
    programs.includes(env['TERM_PROGRAM'] ?? '') ||
    terms.test(env['TERM'] ?? '') ||
    Number(env['VTE_VERSION'] ?? 0) >= firstVte ||
    ['WT_SESSION', 'KITTY_WINDOW_ID', 'KONSOLE_VERSION'].some((name) => (env[name] ?? '') !== '')
  );
}
