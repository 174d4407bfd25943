import type { Reporter } from 'aws-posture-audit';

/** `--format brief`: the failed findings as a list. */
export const brief: Reporter = {
  name: 'brief',
  extension: 'brief',
  *render({ findings }) {
    yield '# Findings\n\n';
    for (const { status, severity, message } of findings) if (status === 'fail') yield `- **${severity}** ${message}\n`;
  },
};
