// A phone that scans the QR code of a new MFA device, as it stands on the screen.
import { expect, type Locator } from '@playwright/test';
import { qrTexts } from '../../electron/adapters/totp/qr-texts.ts';
import { MfaDevice } from '../aws/mfa-device.ts';
import type { RunningApp } from '../world/running-app.ts';

export async function scan(
  picture: Locator,
  app: RunningApp,
): Promise<{ readonly label: string; readonly phone: MfaDevice }> {
  await expect(picture).toBeVisible();
  const shot = (await picture.screenshot()).toString('base64');
  const pixels = await app.electron.evaluate(({ nativeImage }, base64) => {
    const image = nativeImage.createFromBuffer(Buffer.from(base64, 'base64'));
    return { ...image.getSize(), data: image.toBitmap().toString('base64') };
  }, shot);
  const [text] = await qrTexts({ ...pixels, data: Buffer.from(pixels.data, 'base64') });
  const { pathname, searchParams } = new URL(text?.reveal() ?? '');
  const phone = new MfaDevice(searchParams.get('secret') ?? '');
  return { label: decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1)), phone };
}
