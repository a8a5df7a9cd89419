// The scripts that make a shell ask the program what may come next. They hold no list of their own, so they never grow old.

/** Bash splits words at = and : too; the text before the cursor does not. */
const forBash = `_whydenied() {
  local line="\${COMP_LINE:0:COMP_POINT}" candidate
  local current="\${line##*[[:space:]]}"
  local cut="\${current%"\${COMP_WORDS[COMP_CWORD]}"}"
  [ "\${COMP_WORDS[COMP_CWORD]}" = "=" ] && cut="$current"
  COMPREPLY=()
  while IFS= read -r candidate; do
    COMPREPLY+=("\${candidate#"$cut"}")
  done < <(whydenied completion next -- "$line" 2>/dev/null)
  [ "\${#COMPREPLY[@]}" -eq 1 ] && case "\${COMPREPLY[0]}" in *=) compopt -o nospace ;; esac
}
complete -o default -F _whydenied whydenied
`;

const forZsh = `#compdef whydenied
_whydenied() {
  local -a found
  found=("\${(@f)$(whydenied completion next -- "\${LBUFFER}" 2>/dev/null)}")
  if [[ -n "\${found[1]}" ]]; then
    compadd -Q -S '' -- "\${found[@]}"
  else
    _files
  fi
}
compdef _whydenied whydenied
`;

const forFish = `complete -c whydenied -f -a '(whydenied completion next -- (commandline -cp) 2>/dev/null; or __fish_complete_path (commandline -ct))'
`;

export const scripts = { bash: forBash, zsh: forZsh, fish: forFish } as const;

export type Shell = keyof typeof scripts;

export const shells = Object.keys(scripts) as readonly Shell[];

export const isShell = (word: string): word is Shell => (shells as readonly string[]).includes(word);

/** Where the output of \`completion SHELL\` is to go. */
export const installation: Readonly<Record<Shell, string>> = {
  bash: 'source <(whydenied completion bash)                        in ~/.bashrc',
  zsh: 'source <(whydenied completion zsh)                         in ~/.zshrc, after compinit',
  fish: 'whydenied completion fish > ~/.config/fish/completions/whydenied.fish',
};
