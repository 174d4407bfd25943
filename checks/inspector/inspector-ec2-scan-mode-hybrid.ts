import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { inspectorRegion } from '../../src/services/inspector/region.ts';

export default state(inspectorRegion, 'inspector-ec2-scan-mode-hybrid', {
  title: 'Inspector scans instances without an agent too',
  at: 'configuration.scanMode',
  unless: [
    {
      at: 'configuration.scanModeStatus',
      is: ['PENDING'],
      verdict: unknown('The scan mode of {label} is being changed, so what is in force is not known yet'),
    },
  ],
  is: {
    EC2_HYBRID: pass('{label} scans instances by the SSM agent, and from snapshots where there is none'),
    EC2_SSM_AGENT_BASED: fail(
      '{label} scans only instances that Systems Manager manages: its scan mode is EC2_SSM_AGENT_BASED; expected EC2_HYBRID',
    ),
  },
  absent: notApplicable('{label} does not scan EC2 instances'),
  unsaid: unknown('AWS does not say in which mode {label} scans instances'),
  risk: 'Instances without a working SSM agent are not scanned at all, and their vulnerabilities show up nowhere.',
  fix: {
    text: 'Choose hybrid scanning. Members of an organization get it from the delegated administrator of Inspector. Agentless scans take snapshots of volumes for a moment and cost by instance; the mode can be set back the same way.',
    cli: 'aws inspector2 update-configuration --ec2-configuration scanMode=EC2_HYBRID',
  },
  references: [
    'https://docs.aws.amazon.com/inspector/latest/user/scanning-ec2.html',
    'https://docs.aws.amazon.com/inspector/v2/APIReference/API_Ec2ScanModeState.html',
  ],
});
