import type { Api } from '../../aws/api.ts';
import type { IamSdk } from './service.ts';

/** A virtual MFA device that is in use. */
export interface VirtualMfaDevice {
  readonly serial: string;
  /** Of the user it is assigned to; the root user's ends with `:root`. */
  readonly userArn: string | undefined;
}

/** The assigned virtual devices of the account, listed once per run. FIDO keys and hardware tokens are not among them. */
export const virtualMfaDevices = (api: Api<IamSdk, 'ListVirtualMFADevices'>): Promise<readonly VirtualMfaDevice[]> =>
  api.once('virtual-mfa-devices', async () => {
    const devices: VirtualMfaDevice[] = [];
    for await (const page of api.pages('ListVirtualMFADevices', { AssignmentStatus: 'Assigned', MaxItems: 1000 })) {
      for (const { SerialNumber, User } of page.VirtualMFADevices ?? []) {
        devices.push({ serial: SerialNumber ?? '', userArn: User?.Arn });
      }
    }
    return devices;
  });

/** Whether a device is the root user's: by its user, or by the serial number AWS gives the root user's first device. */
export const isRootDevice = ({ serial, userArn }: VirtualMfaDevice): boolean =>
  userArn?.endsWith(':root') === true || serial.endsWith(':mfa/root-account-mfa-device');
