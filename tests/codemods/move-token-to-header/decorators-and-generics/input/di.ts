export const Injectable = (): ClassDecorator => () => undefined;
export const Inject = (_name: string): any => () => undefined;
