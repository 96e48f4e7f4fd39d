const gestures = ['keydown', 'pointerdown', 'touchmove', 'wheel'];

/**
 * Tells when somebody presses a key, points or scrolls. Not for what scripts send: Web Chat and `ReadingPlace` turn wheels of
 * their own.
 *
 * @param {EventTarget} where
 * @param {() => void} hear
 */
export function onGesture(where, hear) {
  const listen = ({ isTrusted }) => isTrusted && hear();
  for (const gesture of gestures) where.addEventListener(gesture, listen, { capture: true, passive: true });
}
