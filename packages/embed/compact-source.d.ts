export declare function compactSheet(source: string): string;
export declare function compactTemplates(source: string, path?: string): string;
