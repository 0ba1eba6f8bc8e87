import subprocess
import sys
import time

import pytest

import astana_study


def test_importing_the_package_is_quick_and_loads_nothing_heavy():
    heavy = "{'pandas', 'numpy', 'matplotlib', 'pandera'}"
    code = f"import sys, astana_study; assert not {heavy} & set(sys.modules)"
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - start)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", ""], check=True)
    bare = time.perf_counter() - start
    assert min(times) - bare < 0.3


@pytest.mark.parametrize("name", astana_study.__all__)
def test_every_public_name_is_there(name):
    assert getattr(astana_study, name) is not None


def test_an_unknown_name_says_which_there_are():
    with pytest.raises(AttributeError, match=r"no 'read_articel'; it has .*read_article"):
        _ = astana_study.read_articel
    assert dir(astana_study) == astana_study.__all__
