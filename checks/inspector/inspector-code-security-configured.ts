import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { inspectorRegion } from '../../src/services/inspector/region.ts';

export default defineCheck({
  id: 'inspector-code-security-configured',
  title: 'Inspector scans code repositories',
  resource: inspectorRegion,
  needs: ['status', 'codeSecurity'],
  risk: 'Flaws, vulnerable packages and mistakes in templates are found after they are rolled out, if at all.',
  fix: {
    text: 'Turn on code security, connect Inspector to GitHub or GitLab (somebody has to approve it there), and create a scan configuration that says when which repositories are scanned for what.',
  },
  references: ['https://docs.aws.amazon.com/inspector/latest/user/code-security-assessments.html'],
  evaluate({ name, status, codeSecurity }) {
    const state = status.codeRepository;
    if (state === undefined) return notApplicable(`${name} does not scan code repositories there`);
    if (codeSecurity === undefined)
      return fail(`${name} does not scan code repositories: it is ${state}; expected ENABLED`, { state });
    const { integrations, configurations } = codeSecurity;
    const active = integrations.filter((each) => each.status === 'ACTIVE').map((each) => each.name);
    const seen = { integrations, configurations };
    if (active.length === 0)
      return integrations.length === 0
        ? fail(`${name} is not connected to any code repository`, seen)
        : fail(
            `${name} has no active connection to code repositories: ${integrations.map((each) => `${each.name ?? ''} is ${each.status ?? 'in no state that AWS names'}`).join(', ')}`,
            seen,
          );
    return configurations.length === 0
      ? fail(
          `${name} is connected to code repositories by ${active.join(', ')}, and no configuration says what is scanned`,
          seen,
        )
      : pass(`${name} scans code repositories by ${active.join(', ')}`, seen);
  },
});
