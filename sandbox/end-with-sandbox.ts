// Loaded into the bot before its own code. When the sandbox is gone, nobody is left who could end the bot, so it ends as if asked.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
