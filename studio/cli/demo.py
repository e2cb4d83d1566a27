"""`demo-gateway`: the gateway that draws sample pictures, as a program of its own."""

from __future__ import annotations

import asyncio

import click

from studio.cli.context import this_run


@click.command("demo-gateway")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port on this computer; 0 for a free one."
)
@click.option(
    "--pace",
    type=click.FloatRange(0, 100),
    default=1.0,
    show_default=True,
    help="How much of its usual time it takes; 0 for none.",
)
@click.pass_context
def demo_gateway(context: click.Context, port: int, pace: float) -> None:
    """Run the demo gateway until Ctrl-C. It takes any key, costs nothing, and draws sample pictures.

    It prints its address: give that as --gateway, here or in the window's settings.
    """
    from studio.demo.server import serve

    groups = this_run(context).catalog.groups
    try:
        asyncio.run(serve(port, announce=click.echo, groups=groups, pace=pace))
    except OSError as error:
        raise click.UsageError(f"Port {port} can't be used: {error.strerror}. Choose another.") from error
