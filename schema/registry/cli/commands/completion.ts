import { text } from '../../../contract/text.js';
import type { Command } from '../command.js';
import { completionScript, SHELLS } from '../completion/scripts.js';
import { wrongUse } from '../call.js';

/** `hub completion`: what a shell needs to complete commands and options. */
export const COMPLETION: Command = {
  name: 'completion',
  summary: text(
    'mã lệnh hoàn thành tự động cho bash, zsh hoặc fish',
    'the completion script for bash, zsh or fish',
  ),
  args: [{ name: 'shell', summary: text('bash, zsh hoặc fish', 'bash, zsh or fish') }],
  examples: [
    'completion bash > ~/.local/share/bash-completion/completions/hub',
    'completion fish > ~/.config/fish/completions/hub.fish',
  ],
  run: async (call) => {
    const shell = SHELLS.find((each) => each === call.needed(0));
    if (!shell) throw wrongUse(text('Có bash, zsh và fish.', 'There are bash, zsh and fish.'));
    // The table of commands has this one in it.
    const { COMMANDS } = await import('../commands.js');
    const script = completionScript(shell, COMMANDS, call.paper.language);
    return { result: { shell, script }, page: () => script };
  },
};
