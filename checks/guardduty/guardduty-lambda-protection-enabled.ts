import { runsPlan } from '../../src/judgements/protection/protection-plan.ts';

export default runsPlan('guardduty-lambda-protection-enabled', {
  title: 'GuardDuty Lambda Protection watches the network activity of functions',
  label: 'Lambda Protection',
  features: ['LAMBDA_NETWORK_LOGS'],
  risk: 'A function that mines coins or sends data to a command-and-control server raises no finding.',
  fix: {
    text: 'Turn on Lambda Protection for the detector; functions need no change.',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/lambda-protection.html'],
});
