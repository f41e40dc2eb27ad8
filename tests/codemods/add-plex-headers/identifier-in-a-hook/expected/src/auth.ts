import { create } from "zustand";

export const useAuth = create<{ token: string | null; clientId: string }>(() => ({ token: null, clientId: crypto.randomUUID() }));
