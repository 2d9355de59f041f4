package io.muster.gateway.body;

/** The body of a request. */
public final class Body {

    private final byte[] bytes;
    private final int length;

    /**
     * @param bytes the body, at their beginning; not copied
     * @param length how many of them
     */
    public Body(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
