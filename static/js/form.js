// Remembers the reader's choice of written form, so that the bare address leads there the next time.
for (const link of document.querySelectorAll("a[data-form]")) {
  link.addEventListener("click", () => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `skriftform=${link.dataset.form}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  });
}
