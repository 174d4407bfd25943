import { answers } from '../../answers.ts';

const management = '210987654321';
const unit = `arn:aws:organizations::${management}:ou/o-example/ou-exam-11111111`;
const baseline = 'arn:aws:controltower:us-east-1::baseline/17BSJV3IGJ2QSGA2';
const control = (name: string) => `arn:aws:controltower:us-east-1::control/${name}`;

/** Asked of a management account only, which the world's account is not. */
export default answers('controltower', {
  ListBaselines: { baselines: [{ arn: baseline, name: 'AWSControlTowerBaseline' }] },
  ListEnabledBaselines: {
    enabledBaselines: [
      {
        arn: 'arn:aws:controltower:us-east-1:210987654321:enabledbaseline/XAHCR4CBDBR4DO5L',
        baselineIdentifier: baseline,
        baselineVersion: '4.0',
        targetIdentifier: unit,
        statusSummary: { status: 'SUCCEEDED' },
      },
    ],
  },
  ListEnabledControls: {
    enabledControls: ['IN_SYNC', 'DRIFTED'].map((driftStatus, n) => ({
      arn: `arn:aws:controltower:us-east-1:${management}:enabledcontrol/0000000${n}`,
      controlIdentifier: control(`AWS-GR_EXAMPLE_${n}`),
      targetIdentifier: unit,
      statusSummary: { status: 'SUCCEEDED' },
      driftStatusSummary: { driftStatus },
    })),
  },
});
