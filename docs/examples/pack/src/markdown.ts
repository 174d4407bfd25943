import type { Reporter } from 'aws-posture-audit';

/** `--format markdown`: the failed findings as a list. */
export const markdown: Reporter = {
  name: 'markdown',
  extension: 'md',
  *render({ findings }) {
    yield '# Findings\n\n';
    for (const { status, severity, message } of findings) if (status === 'fail') yield `- **${severity}** ${message}\n`;
  },
};
