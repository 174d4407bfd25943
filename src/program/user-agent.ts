import { version } from './version.ts';

/** What every request says of who sends it, as CloudTrail's `userAgent` shows it. Documented in docs/soc.md: it does not change. */
export const userAgent = `aws-posture-audit/${version}`;

/** The name of the session in a role that is assumed, unless the configuration gives another: `assumed-role/<role>/<name>`. */
export const sessionName = 'aws-posture-audit';
