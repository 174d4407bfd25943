import { runsPlan } from '../../src/judgements/protection/protection-plan.ts';

export default runsPlan('guardduty-rds-protection-enabled', {
  title: 'GuardDuty RDS Protection watches logins to databases',
  label: 'RDS Protection',
  features: ['RDS_LOGIN_EVENTS'],
  risk: 'Password guessing and logins from unusual places on Aurora and RDS databases raise no finding.',
  fix: {
    text: 'Turn on RDS Protection for the detector; it reads login activity without touching the databases.',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/rds-protection.html'],
});
