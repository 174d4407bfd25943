import { runsPlan } from '../../src/judgements/protection/protection-plan.ts';

export default runsPlan('guardduty-ai-protection-enabled', {
  title: 'GuardDuty AI Protection watches calls of Bedrock and SageMaker models',
  label: 'AI Protection',
  features: ['AI_PROTECTION'],
  risk: 'Prompt injection, unusual model calls and the running up of model costs with stolen credentials raise no finding.',
  fix: {
    text: 'Turn on AI Protection for the detector.',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/findings-ai-protection.html'],
});
