export { SupportClient as Client, DescribeTrustedAdvisorCheckResultCommand } from '@aws-sdk/client-support';
