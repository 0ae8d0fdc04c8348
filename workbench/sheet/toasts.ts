// Short messages in the corner of the page, read aloud by screen readers.

export type Toast = {
  title?: string;
  message: string;
  kind?: "info" | "warning" | "error";
  seconds?: number;
};

/** Shows a message for some seconds (5 unless told; a negative number: until it is closed). */
export function showToast({ title, message, kind = "info", seconds = 5 }: Toast, closeLabel: string): void {
  const toast = document.createElement("div");
  toast.className = `toast-message ${kind}`;
  const text = document.createElement("p");
  if (title) {
    const strong = document.createElement("strong");
    strong.textContent = title;
    text.append(strong, document.createElement("br"));
  }
  text.append(message);
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.ariaLabel = closeLabel;
  close.addEventListener("click", () => toast.remove());
  toast.append(text, close);
  document.querySelector("#toasts")?.append(toast);
  if (seconds >= 0) setTimeout(() => toast.remove(), seconds * 1000);
}
