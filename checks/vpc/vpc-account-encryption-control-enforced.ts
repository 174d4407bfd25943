import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';

const what = 'that traffic in the VPCs of {region} is encrypted';

export default state(ec2Settings, 'vpc-account-encryption-control-enforced', {
  title: 'Encryption of traffic in VPCs is enforced for the whole account',
  needs: ['vpcEncryptionControl'],
  at: 'vpcEncryptionControl.mode',
  is: {
    'attempt-enforce': ({ name, region, vpcEncryptionControl: { state: reached, exclusions } }) => {
      const asked = `${name} ask that traffic in the VPCs is encrypted`;
      const seen = { mode: 'attempt-enforce', state: reached, exclusions };
      const but =
        exclusions === undefined || exclusions.length === 0 ? '' : `, except through ${exclusions.join(', ')}`;
      switch (reached) {
        case 'transitions-successful':
          return pass(`${asked}, and all VPCs enforce it${but}`, seen);
        case 'transitions-partially-successful':
          return fail(`${asked}, but not all VPCs could be brought to enforce it`, seen);
        case 'transitions-failed':
          return fail(`${asked}, but the VPCs could not be brought to enforce it`, seen);
        case 'transitions-in-progress':
          return fail(`${asked}, but not all VPCs enforce it yet`, seen);
        case 'default-state':
        case undefined:
          return unknown(`EC2 in ${region} did not say whether the VPCs enforce the encryption that is asked for`);
        default:
          return unknown(
            `the VPC encryption control of ${region} is in state ${String(reached)}, which this version does not know`,
          );
      }
    },
    'attempt-monitor': fail(`The account only watches, and does not enforce, ${what}`),
    unmanaged: fail(`The account does not ask ${what}`),
  },
  unsaid: unknown('EC2 in {region} did not say what the account asks of the encryption of traffic in VPCs'),
  risk: 'Old instances, plain listeners and appliances send data in plain text through the VPCs, and nothing stops or tells of the next one.',
  fix: {
    text: 'Begin with mode attempt-monitor, and let flow logs show which traffic is not encrypted. Replace what carries plain text, or exclude what has to, then set attempt-enforce: from then on nothing can be started in an enforcing VPC that sends plain text. Look at the price of encryption controls first.',
    exact: ({ vpcEncryptionControl: { mode, managedBy } }) => {
      if (managedBy === 'declarative-policy')
        return {
          note: "A declarative policy of the organization sets the mode: it is changed there, in the organization's management account.",
        };
      if (mode === 'attempt-enforce')
        return { note: 'The mode is set: what is left are the VPCs whose resources keep them from enforcing it.' };
      return { cli: 'aws ec2 modify-account-vpc-encryption-control --mode attempt-enforce' };
    },
  },
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AccountVpcEncryptionControl.html',
  ],
});
