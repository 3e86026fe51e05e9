/** QR codes as pictures, dark on nothing, with the margin that a camera needs. */
import type { DrawQr } from '../../core/authenticator/port.ts';

export const drawQr: DrawQr = async (text) => {
  const { encodeQR } = await import('qr');
  return encodeQR(text.reveal(), 'svg', { border: 4, ecc: 'medium' });
};
