/** A text as a QR code that a camera reads off a screen: black on white, whatever the colours around it. */
import { encodeQR } from 'qr';
import type { QrPicture } from '../core/browser-sign-in/port.ts';

/** A module is one pixel: whoever shows it makes it larger. */
const LOOKS = { ecc: 'low', border: 4, scale: 1 } as const;

export const qrPicture: QrPicture = (text) => encodeQR(text, 'data-url', LOOKS);
