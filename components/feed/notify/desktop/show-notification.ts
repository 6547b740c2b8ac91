/** What a notification says, and what a click on it does besides bringing its tab to the front. */
export interface Words {
  title: string;
  body: string;
  onClick?: () => void;
}

/** Shows a notification, without a sound of its own; gives what takes it back, or null where pages cannot show any, as on phones. */
export function showNotification({ title, body, onClick }: Words): (() => void) | null {
  try {
    const shown = new Notification(title, { body, icon: "/icons/icon-192.png", silent: true });
    shown.onclick = () => {
      window.focus();
      shown.close();
      onClick?.();
    };
    return () => shown.close();
  } catch {
    return null;
  }
}
