/** What was asked for, or something else where it takes longer. Milliseconds. */
export async function within<T>(asked: Promise<T>, atMostMs: number, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), atMostMs);
  });
  const first = await Promise.race([asked, late]);
  clearTimeout(timer);
  return first;
}
