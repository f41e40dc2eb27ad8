#!/usr/bin/env node
import { runCommand } from './run-command.ts';

// A reader that closes early (`plex-lint audit | head`) is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const { stdin, stdout, stderr, env } = process;
process.exitCode = await runCommand(process.argv.slice(2), { cwd: process.cwd(), env, stdin, stdout, stderr });
