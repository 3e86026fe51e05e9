/** A profile as earlier versions have stored it, with key, device and role beside its name, in the shape of now. */

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Checks nothing: who reads the result does. */
export function withWay(stored: unknown): unknown {
  if (!isObject(stored) || 'way' in stored) return stored;
  const { source, serial, durationSeconds, role = null, ...rest } = stored;
  if (!isObject(role)) return { ...rest, way: { is: 'key', source, serial, durationSeconds, role } };
  const { through = null, ...taken } = role;
  return {
    ...rest,
    way:
      through === null
        ? { is: 'key', source, serial, durationSeconds, role: taken }
        : // Key and device were copies of the other profile's.
          { is: 'session', parent: through, ...taken, durationSeconds },
  };
}
