// A user's home as homes are: start-up files with a life of their own, kept byte for byte to compare with.

import { mkdirSync, readFileSync, writeFileSync, readdirSync, statSync, lstatSync } from "node:fs";
import { join, relative } from "node:path";

const BASHRC = `# ~/.bashrc: executed by bash(1) for non-login shells.
case $- in
    *i*) ;;
      *) return;;
esac

HISTCONTROL=ignoreboth
shopt -s histappend
HISTSIZE=1000

if [ -x /usr/bin/dircolors ]; then
    alias ls='ls --color=auto'
fi

# Arbeit: schöne Grüße, 你好
export EDITOR=vim
PS1='\\u@\\h:\\w\\$ '
`;

// No final newline, as editors leave it now and then.
const ZSHRC = `autoload -Uz compinit
setopt hist_ignore_dups
bindkey -e
export LESS=-R
alias ll='ls -l'`;

const FISH = `if status is-interactive
    set -g fish_greeting
    abbr -a gs git status
end
set -gx GOPATH $HOME/go
`;

/** The start-up files that are there before the program is. */
export const START_UP = { bash: ".bashrc", zsh: ".zshrc", fish: ".config/fish/config.fish" };

/** @param {string} folder */
export function furnish(folder) {
  mkdirSync(join(folder, ".config/fish"), { recursive: true });
  writeFileSync(join(folder, START_UP.bash), BASHRC);
  writeFileSync(join(folder, START_UP.zsh), ZSHRC);
  writeFileSync(join(folder, START_UP.fish), FISH);
}

/** The bytes of the start-up files. */
export function startUpFiles(folder) {
  return Object.fromEntries(Object.entries(START_UP).map(([shell, path]) => [shell, readFileSync(join(folder, path))]));
}

/** Every ordinary file under a folder, by its path from there. */
export function everyFile(folder) {
  const found = [];
  const walk = (inside) => {
    for (const name of readdirSync(inside)) {
      const path = join(inside, name);
      if (lstatSync(path).isSymbolicLink()) continue;
      const about = statSync(path);
      if (about.isDirectory()) walk(path);
      else if (about.isFile()) found.push(relative(folder, path));
    }
  };
  walk(folder);
  return found.sort();
}

/** Those of them that hold this text. */
export function filesWith(folder, text) {
  const wanted = Buffer.from(text);
  return everyFile(folder).filter((path) => readFileSync(join(folder, path)).includes(wanted));
}
