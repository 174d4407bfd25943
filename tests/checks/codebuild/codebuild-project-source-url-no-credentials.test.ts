import check from '../../../checks/codebuild/codebuild-project-source-url-no-credentials.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(
  check,
  {
    id: 'build',
    sourceSecrets: [],
    artifacts: 'none' as const,
    keyId: undefined,
    privileged: false,
    visibility: undefined,
    buildspec: undefined,
    logs: true,
    s3Logs: 'none' as const,
    filters: undefined,
  },
  [
    { when: 'no source URL has any', expect: 'pass' },
    {
      when: 'the primary source has some',
      given: { sourceSecrets: [{ source: 'primary', kind: 'url-credentials' }] },
      expect: 'fail',
      message: /sources: primary \(url-credentials\); expected/,
    },
    {
      when: 'secondary sources have some',
      given: {
        sourceSecrets: [
          { source: 'tools', kind: 'github-token' },
          { source: 'docs', kind: 'url-credentials' },
        ],
      },
      expect: 'fail',
      message: /tools \(github-token\), docs \(url-credentials\)/,
    },
  ],
);
