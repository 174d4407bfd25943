export const plainVpc = { id: 'vpc-1', name: 'prod', ownerId: '111122223333', isDefault: false };

/** An endpoint of {@link plainVpc} that works and limits nothing. */
export const interfaceEndpoint = (serviceName: string) => ({
  id: 'vpce-1',
  ownerId: '111122223333',
  vpcId: 'vpc-1',
  endpointType: 'Interface' as const,
  serviceName,
  state: 'available',
  routeTableIds: [] as string[],
  createdAt: undefined,
  serviceRegion: undefined,
  serviceManaged: undefined,
  policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
});

const strong = {
  ikeVersions: ['ikev2'],
  phase1EncryptionAlgorithms: ['AES256-GCM-16'],
  phase2EncryptionAlgorithms: ['AES256', 'AES128'],
  phase1IntegrityAlgorithms: ['SHA2-256'],
  phase2IntegrityAlgorithms: ['SHA2-512'],
  phase1DHGroupNumbers: [20],
  phase2DHGroupNumbers: [14, 21],
  logging: true,
  logGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:vpn',
};

/** A tunnel that accepts only strong proposals and is logged. */
export const tunnel = (outsideIp: string, parts: Partial<typeof strong> = {}) => ({ outsideIp, ...strong, ...parts });

export const telemetry = (outsideIp: string, status: 'UP' | 'DOWN', changedAt?: string) => ({
  outsideIp,
  status,
  statusMessage: undefined,
  changedAt,
});

/** A VPN connection with two good tunnels. */
export const plainVpn = {
  id: 'vpn-1',
  name: 'office',
  state: 'available' as const,
  tunnels: [tunnel('198.51.100.1'), tunnel('198.51.100.2')],
  telemetry: [telemetry('198.51.100.1', 'UP'), telemetry('198.51.100.2', 'UP')],
};

/** An endpoint policy of one or more statements, each allowing everything to everyone but for what is given. */
export const allow = (...statements: object[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((parts) => ({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...parts })),
  });
