/** What a scan says on standard error whenever it ends: what failed, what is unknown, and why the exit code is what it is. */
const gate =
  /^(audit: \d+ findings? (failed|unknown)\b.*|audit: exit code \d+: .*| {2}(\d+ unknown: .*|… and \d+ more reasons))\n/gm;

/** What a program wrote to standard error besides the words every scan ends with. */
export const unexpected = (stderr: string): string => stderr.replaceAll(gate, '');
