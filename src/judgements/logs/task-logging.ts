import { fail } from '../../engine/check.ts';

/** Whether a severity logs enough: https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-7 */
export const severities = {
  LOGGER_SEVERITY_ERROR: 'bad',
  LOGGER_SEVERITY_WARNING: 'bad',
  LOGGER_SEVERITY_INFO: 'bad',
  LOGGER_SEVERITY_DEFAULT: 'good',
  LOGGER_SEVERITY_DEBUG: 'good',
  LOGGER_SEVERITY_DETAILED_DEBUG: 'good',
} as const;

/** Whatever the severities are. */
export const logsNothing = {
  at: 'logging.enabled',
  is: [false],
  verdict: fail('{label} logs nothing; expected EnableLogging'),
} as const;
