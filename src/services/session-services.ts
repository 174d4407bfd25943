import type { SessionServices } from '../aws/session-services.ts';
import { ec2 } from './ec2/service.ts';
import { sts } from './sts/service.ts';

export const sessionServices: SessionServices = { ec2, sts };
