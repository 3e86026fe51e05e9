/** Reads QR codes from pictures: Chromium decodes the picture, a program of its own finds the codes. */
import { nativeImage } from 'electron';
import type { QrReader } from '../../core/authenticator/port.ts';
import { FailureError } from '../../core/base/failure.ts';
import { qrTexts } from '../totp/qr-texts.ts';

/** What a photograph has beyond this helps nobody, and costs time. */
const LONGEST_SIDE = 2_400;

export const qrReader: QrReader = {
  async read(picture) {
    const image = nativeImage.createFromBuffer(Buffer.from(picture));
    if (image.isEmpty()) throw new FailureError('totp.picture-unreadable');
    const { width, height } = image.getSize();
    const shrink = Math.min(1, LONGEST_SIDE / Math.max(width, height));
    const small = shrink < 1 ? image.resize({ width: Math.round(width * shrink), quality: 'best' }) : image;
    return qrTexts({ ...small.getSize(), data: small.toBitmap() });
  },
};
