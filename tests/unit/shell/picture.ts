// A picture as its pixels, and the same at half its size as a panel makes it.

export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

export interface Picture {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): Pixel;
}

/** `bytes` has four for each pixel, row by row. */
export const pictureOf = (width: number, height: number, bytes: Uint8Array): Picture => ({
  width,
  height,
  at(x, y) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = bytes.subarray((y * width + x) * 4);
    return [red, green, blue, alpha];
  },
});

/** Each pixel is the mean of four, of which those weigh more that are seen more. */
export const halved = ({ width, height, at }: Picture): Picture => ({
  width: width / 2,
  height: height / 2,
  at(x, y) {
    const four = [0, 1, 2, 3].map((i) => at(2 * x + (i % 2), 2 * y + (i >> 1)));
    const seen = four.reduce((sum, [, , , alpha]) => sum + alpha, 0);
    const mean = (part: 0 | 1 | 2) =>
      seen && Math.round(four.reduce((sum, pixel) => sum + pixel[part] * pixel[3], 0) / seen);
    return [mean(0), mean(1), mean(2), Math.round(seen / 4)];
  },
});
