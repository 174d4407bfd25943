/**
 * Without a key of the customer's AgentCore encrypts with one of AWS, and names none
 * (https://docs.aws.amazon.com/securityhub/latest/userguide/bedrockagentcore-controls.html).
 */
export const encryptedBy = (
  key: string | undefined,
): { readonly encryption: 'AWS' | 'KMS'; readonly key: string | undefined } => ({
  encryption: key === undefined ? 'AWS' : 'KMS',
  key,
});

/** Of gateways and memories alike. */
export const agentEncryption = {
  at: 'details.encryption',
  is: { AWS: 'aws', KMS: 'kms' },
  unsaid: undefined,
  key: 'details.key',
} as const;
