const KEY = 'plex-lint-theme';
const THEMES = ['auto', 'light', 'dark'];

/** Takes up the theme that was chosen last, before anything is shown. */
export function restoreTheme(): void {
  setTheme(readTheme());
}

/** Lets the button change the theme. It goes on working where the browser keeps nothing, as it may for files. */
export function listenForTheme(button: HTMLElement): void {
  let theme = document.documentElement.dataset.theme ?? 'auto';
  const show = (): void => {
    button.textContent = `Theme: ${theme}`;
  };
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
    setTheme(theme);
    show();
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // nothing is kept: the next visit starts with the system's theme
    }
  });
  show();
}

function setTheme(theme: string): void {
  document.documentElement.dataset.theme = theme;
}

function readTheme(): string {
  try {
    const kept = localStorage.getItem(KEY) ?? '';
    return THEMES.includes(kept) ? kept : 'auto';
  } catch {
    return 'auto';
  }
}
